(() => {
  const Key = window.PublicKeyCredential;
  if (!Key?.parseRequestOptionsFromJSON) return;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const said = form.querySelector("[role=alert]");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      said.textContent = "";
      try {
        const answer = await fetch(form.dataset.passkey, { method: "POST", headers: { Accept: "application/json" } });
        if (!answer.ok) throw new Error(await answer.text());
        const options = await answer.json();
        const made = "makes" in form.dataset
          ? await navigator.credentials.create({ publicKey: Key.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: Key.parseRequestOptionsFromJSON(options) });
        form.elements.credential.value = JSON.stringify(made.toJSON());
        form.submit();
      } catch (error) {
        said.textContent = error.name === "Error" ? error.message
          : error.name === "InvalidStateError" ? form.dataset.exists
          : error.name === "TypeError" ? form.dataset.notSent
          : form.dataset.notUsed;
      }
    });
  }
})();
