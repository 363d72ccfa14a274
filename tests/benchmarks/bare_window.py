"""The plainest PySide6 window with menus, a tool bar and two docks. Run as a script: prints the CPU seconds of this
process once it was painted, or with an argument the memory that it then has (MiB)."""

from __future__ import annotations

import os
import sys
from time import process_time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow, QTreeWidget, QTreeWidgetItem


class Window(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        for name in ("File", "Edit", "Insert", "View", "Map", "Help"):
            menu = self.menuBar().addMenu(name)
            for n in range(8):
                menu.addAction(f"{name} {n}")
        bar = self.addToolBar("Tools")
        for n in range(10):
            bar.addAction(f"Tool {n}")
        tree = QTreeWidget()
        for n in range(20):
            QTreeWidgetItem(tree, [f"Row {n}"])
        for side, widget in (
            (Qt.DockWidgetArea.LeftDockWidgetArea, tree),
            (Qt.DockWidgetArea.RightDockWidgetArea, QLabel("Properties")),
        ):
            dock = QDockWidget("Panel")
            dock.setWidget(widget)
            self.addDockWidget(side, dock)
        self.setCentralWidget(QLabel("Map"))
        self.resize(1440, 900)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self.say)

    def say(self) -> None:
        if sys.argv[1:]:
            from figure import resident_mb  # beside this script

            print(resident_mb(), flush=True)
        else:
            print(process_time(), flush=True)
        os._exit(0)  # taking the window down is none of the start


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    window = Window()
    window.show()
    app.exec()
