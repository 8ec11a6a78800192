// The customer's answers: view, accept, decline, ask. Everything is said by the page; this only posts it.
"use strict";

const api = document.body.dataset.api;
const ANSWERED = "answered";
// The offer was answered, withdrawn or replaced since the page was read, which tells it best itself.
const MEANWHILE = ["/problems/quote-not-open", "/problems/quote-expired"];

async function post(act, body) {
  const answer = await fetch(`${api}/${act}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  if (answer.ok) return null;
  const problem = await answer.json().catch(() => ({}));
  if (MEANWHILE.includes(problem.type)) return showAnswer();
  const fields = (problem.errors || []).map((error) => error.message).join(" ");
  return fields || problem.detail || "That did not work. Please try again in a moment.";
}

function signaturePad(canvas) {
  const pen = canvas.getContext("2d");
  pen.lineWidth = 5;
  pen.lineCap = pen.lineJoin = "round";
  pen.strokeStyle = "#16215c";
  let last = null;
  let isEmpty = true;

  function point(event) {
    const box = canvas.getBoundingClientRect();
    const scale = canvas.width / box.width;
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  }

  function draw(event) {
    if (!last) return;
    const next = point(event);
    pen.beginPath();
    pen.moveTo(...last);
    pen.lineTo(...next);
    pen.stroke();
    last = next;
    isEmpty = false;
  }

  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = point(event);
    draw(event);
  });
  canvas.addEventListener("pointermove", draw);
  for (const end of ["pointerup", "pointercancel"]) {
    canvas.addEventListener(end, () => { last = null; });
  }

  return {
    clear() {
      pen.clearRect(0, 0, canvas.width, canvas.height);
      isEmpty = true;
    },
    get picture() {
      return isEmpty ? "" : canvas.toDataURL("image/png");
    },
  };
}

const bodies = {
  accept(form, pad) {
    const name = form.elements.name.value;
    const drawn = form.elements.kind.value === "drawn";
    return { name, signature: drawn ? pad.picture : form.elements.typed.value || name };
  },
  decline: (form) => ({ reason: form.elements.reason.value }),
  question: (form) => ({ text: form.elements.text.value }),
};

function prepare(form) {
  const act = form.dataset.act;
  const refusal = form.querySelector(".refusal");
  const button = form.querySelector(".button");
  const canvas = form.querySelector("canvas");
  const pad = canvas && signaturePad(canvas);
  if (pad) prepareSignature(form, pad);

  function refuse(words) {
    refusal.textContent = words;
    refusal.hidden = !words;
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = bodies[act](form, pad);
    if (act === "accept" && !body.signature) return refuse("Please draw your signature, or type it.");
    refuse("");
    button.disabled = true;
    const problem = await post(act, body).catch(() => "We cannot be reached right now. Please try again.");
    button.disabled = false;
    if (problem) return refuse(problem);
    if (act !== "question") return showAnswer();
    form.reset();
    form.querySelector(".done").hidden = false;
    return undefined;
  });
}

// The page is read anew from its top, where it says what became of the offer.
function showAnswer() {
  history.scrollRestoration = "manual";
  sessionStorage.setItem(ANSWERED, "yes");
  location.replace(location.pathname);
  return new Promise(() => undefined);
}

function tellOfAnswer() {
  if (!sessionStorage.getItem(ANSWERED)) return;
  sessionStorage.removeItem(ANSWERED);
  document.querySelector(".state")?.focus();
}

function prepareSignature(form, pad) {
  const { name, typed, kind } = form.elements;
  let isOwn = false;
  typed.addEventListener("input", () => { isOwn = typed.value !== ""; });
  name.addEventListener("input", () => { if (!isOwn) typed.value = name.value; });
  for (const choice of kind) {
    choice.addEventListener("change", () => {
      for (const part of form.querySelectorAll("[data-kind]")) {
        part.hidden = part.dataset.kind !== kind.value;
      }
    });
  }
  form.querySelector("[data-clear]").addEventListener("click", () => pad.clear());
}

document.querySelectorAll("form[data-act]").forEach(prepare);
tellOfAnswer();
if (api) post("view", {}).catch(() => undefined);
