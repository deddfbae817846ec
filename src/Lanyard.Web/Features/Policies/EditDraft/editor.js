// Checks a draft a moment after each change, takes the writer to the line of a problem, and warns before a change is left unsaved.
// Without it the page has a button that checks.
"use strict";
(() => {
  const text = document.querySelector("textarea[name=Text]");
  const form = text && text.form;
  const button = document.getElementById("check-button");
  const place = document.getElementById("editor-place");
  if (!form || !button || !place) {
    return;
  }

  const pause = 700; // milliseconds without a change before the text is checked
  const saved = form.dataset.refused ? null : text.value;
  let timer, running, isLeaving = false;

  const say = (words) => { document.getElementById("check-state").textContent = words; };

  const check = async () => {
    if (running) {
      running.abort();
    }
    const mine = running = new AbortController();
    say("Checking ...");
    try {
      const answer = await fetch(button.formAction, { method: "POST", body: new FormData(form), signal: mine.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const found = page.getElementById("check");
      if (!answer.ok || answer.redirected || !found) {
        say("This could not be checked, perhaps because you are signed out. Your text is still here: sign in within another tab, then go on.");
        return;
      }
      document.getElementById("check").replaceWith(found);
      say("Checked as you write.");
    } catch (problem) {
      if (problem.name !== "AbortError") {
        say("This could not be checked, because the server was not reached. Your text is still here.");
      }
    }
  };

  // How far down a place in the text is, its wrapped lines counted: measured on a copy that nobody sees.
  const heightOf = (before) => {
    const copy = text.cloneNode(false);
    copy.removeAttribute("id");
    copy.removeAttribute("name");
    copy.classList.add("app-editor--measured");
    copy.rows = 1;
    copy.value = before;
    text.after(copy);
    const height = copy.scrollHeight;
    copy.remove();
    return height;
  };

  const where = () => {
    const before = text.value.slice(0, text.selectionStart).split("\n");
    place.textContent = `Line ${before.length} of ${text.value.split("\n").length}`;
  };

  text.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(check, pause);
  });
  ["input", "keyup", "click", "focus"].forEach((event) => text.addEventListener(event, where));

  // A problem's link selects its words and brings them into view.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    if (!link) {
      return;
    }
    event.preventDefault();
    const lines = text.value.split("\n");
    const line = Math.min(Number(link.dataset.line), lines.length) - 1;
    const from = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + Math.min(Number(link.dataset.column) - 1, lines[line].length);
    text.focus();
    text.setSelectionRange(from, Math.min(from + Number(link.dataset.length), text.value.length));
    text.scrollTop = Math.max(0, heightOf(text.value.slice(0, from)) - text.clientHeight / 2);
    text.scrollIntoView({ block: "center" });
    where();
  });

  form.addEventListener("submit", () => { isLeaving = true; });
  addEventListener("beforeunload", (event) => {
    if (!isLeaving && text.value !== saved) {
      event.preventDefault();
    }
  });
  where();
})();
