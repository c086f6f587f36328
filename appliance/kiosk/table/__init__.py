"""What every scene is to the kiosk, a row each."""
