"""A mail server for tests: writes each message that it takes to a folder. It ends when its input does.

Usage: mail_server.py FOLDER PORT
"""
import os
import sys

from aiosmtpd.controller import Controller


class Folder:
    def __init__(self, path):
        self.path = path

    async def handle_DATA(self, server, session, envelope):
        number = len(os.listdir(self.path))
        unfinished = os.path.join(self.path, f"{number:04}.unfinished")
        with open(unfinished, "wb") as file:
            file.write(f"X-Envelope-To: {', '.join(envelope.rcpt_tos)}\r\n".encode())
            file.write(envelope.content)
        os.rename(unfinished, os.path.join(self.path, f"{number:04}.eml"))
        return "250 OK"


controller = Controller(Folder(sys.argv[1]), hostname="127.0.0.1", port=int(sys.argv[2]))
controller.start()
print("ready", flush=True)
sys.stdin.read()
controller.stop()
