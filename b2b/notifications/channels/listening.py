"""A mail server on a socket, in a thread of its own: what the doorstep and the demo's catcher have in common."""

import asyncio
import socket
import threading
from abc import ABC, abstractmethod
from typing import Any


class Listening(ABC):
    """Serves `listening` from the moment it is made until `stop()`; `name` is what its thread is called."""

    def __init__(self, listening: socket.socket, name: str):
        self._socket = listening
        self._open = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name=name, daemon=True)
        self._thread.start()
        self._open.wait(10)

    @abstractmethod
    def conversation(self, loop: asyncio.AbstractEventLoop) -> Any:
        """Return an aiosmtpd server for one connection."""

    @property
    def port(self) -> int:
        """Return where it listens."""
        return int(self._socket.getsockname()[1])

    def wait(self) -> None:
        """Stay until somebody stops the process."""
        while self._thread.is_alive():
            self._thread.join(0.5)

    def stop(self) -> None:
        """Close the door; who stands in it is sent away and comes back."""
        self._loop.call_soon_threadsafe(self._done.set)
        self._thread.join()
        self._socket.close()

    async def _serve(self) -> None:
        self._loop, self._done = asyncio.get_running_loop(), asyncio.Event()
        server = await self._loop.create_server(lambda: self.conversation(self._loop), sock=self._socket)
        self._open.set()
        await self._done.wait()
        server.close()
