"""A mail server for tests: writes each message that it takes to a folder. It ends when its input does.

Usage: mail_server.py FOLDER PORT [starttls|implicit CERTIFICATE USER PASSWORD]
"""
import asyncio
import os
import ssl
import sys
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult


class Folder:
    def __init__(self, path):
        self.path = path

    async def handle_DATA(self, server, session, envelope):
        number = len(os.listdir(self.path))
        unfinished = os.path.join(self.path, f"{number:04}.unfinished")
        with open(unfinished, "wb") as file:
            file.write(f"X-Envelope-To: {', '.join(envelope.rcpt_tos)}\r\n".encode())
            file.write(f"X-Signed-In: {session.authenticated}\r\n".encode())
            file.write(envelope.content)
        os.rename(unfinished, os.path.join(self.path, f"{number:04}.eml"))
        return "250 OK"


folder, port, *encrypted = sys.argv[1:]
options = {}
if encrypted:
    mode, certificate, user, password = encrypted
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    def sign_in(server, session, envelope, mechanism, data):
        right = (data.login, data.password) == (user.encode(), password.encode())
        return AuthResult(success=right, handled=False)

    options = {"authenticator": sign_in, "auth_required": True}
    if mode == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
    else:
        options |= {"ssl_context": context, "auth_require_tls": False}

controller = Controller(Folder(folder), hostname="127.0.0.1", port=int(port), **options)
if encrypted and mode == "implicit":
    # The controller tries its own door without TLS, so the server is begun by hand.
    loop = asyncio.new_event_loop()
    loop.run_until_complete(loop.create_server(controller.factory, "127.0.0.1", int(port), ssl=context))
    threading.Thread(target=loop.run_forever, daemon=True).start()
else:
    controller.start()
print("ready", flush=True)
sys.stdin.read()
os._exit(0)
