// Makes and shows passkeys. A form with data-passkey="create" or "get" holds the options; its answer goes into the field Credential.
"use strict";
(() => {
  const form = document.querySelector("form[data-passkey]");
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
  const text = (buffer) => buffer ? btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "") : undefined;
  const list = (credentials) => (credentials || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const ask = async (kind, options) => {
    options.challenge = bytes(options.challenge);
    if (kind === "create") {
      options.user.id = bytes(options.user.id);
      options.excludeCredentials = list(options.excludeCredentials);
      return navigator.credentials.create({ publicKey: options });
    }
    options.allowCredentials = list(options.allowCredentials);
    return navigator.credentials.get({ publicKey: options });
  };

  const answer = (credential) => JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment || undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: text(credential.response.clientDataJSON),
      attestationObject: text(credential.response.attestationObject),
      authenticatorData: text(credential.response.authenticatorData),
      signature: text(credential.response.signature),
      userHandle: text(credential.response.userHandle),
      transports: credential.response.getTransports ? credential.response.getTransports() : undefined,
    },
  });

  if (!form || !window.PublicKeyCredential) {
    return; // the page says what to do instead
  }
  document.getElementById("without-passkeys").hidden = true;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    if (form.elements.Name && !form.elements.Name.value.trim()) {
      return; // the server asks for the name before the device makes anything
    }
    event.preventDefault();
    try {
      const credential = await ask(form.dataset.passkey, JSON.parse(form.dataset.options));
      form.elements.Credential.value = answer(credential);
    } catch {
      form.elements.Credential.value = ""; // given up, or there is none: the server says so in words
    }
    form.submit();
  });
})();
