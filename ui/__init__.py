"""The kiosk's face, in Kivy. This package imports Kivy only once `ui.launch` has set it up."""
