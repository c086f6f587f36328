"""The floor for starting: a Kivy window of the kiosk's size with one label, closed after its first frame."""

from __future__ import annotations

from kivy.config import Config

Config.set("graphics", "width", 1280)
Config.set("graphics", "height", 800)

from kivy.app import App  # noqa: E402 - Kivy reads its settings when it is imported
from kivy.core.window import Window  # noqa: E402
from kivy.uix.label import Label  # noqa: E402


class BareApp(App):  # type: ignore[misc]  # Kivy has no types
    def build(self) -> Label:
        return Label(text="Library")

    def on_start(self) -> None:
        Window.bind(on_flip=lambda *_: self.stop())


if __name__ == "__main__":
    BareApp().run()
