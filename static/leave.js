// Leaves the site at once, and never shows an old page again. Stores nothing.

const body = document.body;
const leaveLink = document.querySelector("a.leave");
const WARNING = 60_000;

function hide() {
  body.hidden = true;
}

function goTo(address) {
  hide();
  location.replace(address);
}

leaveLink?.addEventListener("click", (event) => {
  event.preventDefault();
  goTo(leaveLink.href);
});

// Shift three times within five seconds, with nothing else typed between.
let presses = [];
addEventListener("keydown", (event) => {
  if (event.key !== "Shift") {
    presses = [];
    return;
  }
  if (event.repeat) return;
  presses = [...presses, Date.now()].filter((at) => Date.now() - at < 5000);
  if (presses.length >= 3 && leaveLink) goTo(leaveLink.href);
});

// A page brought back by the browser may be somebody else's by now.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  hide();
  location.reload();
});

const idle = Number(body.dataset.idleSeconds ?? 0) * 1000;
if (idle > 0) watchForIdling();

function watchForIdling() {
  const warning = document.querySelector(".still-here p");
  let lastSeen = Date.now();
  let lastTold = lastSeen;

  // Somebody who writes for long is still here: the server must know, or their words are lost.
  async function tellServer() {
    lastTold = Date.now();
    const answer = await fetch(body.dataset.stay, { cache: "no-store" });
    if (answer.redirected) goTo(body.dataset.signIn);
  }

  function check() {
    const left = lastSeen + idle - Date.now();
    if (left <= 0) goTo(body.dataset.signIn);
    else if (warning) warning.hidden = left > Math.min(WARNING, idle / 2);
  }

  function someoneIsHere() {
    check();
    if (body.hidden) return;
    lastSeen = Date.now();
    if (lastSeen - lastTold > idle / 3) tellServer();
    if (warning) warning.hidden = true;
  }

  for (const sign of ["keydown", "pointerdown", "pointermove", "scroll", "focusin"]) {
    addEventListener(sign, someoneIsHere, { passive: true });
  }
  addEventListener("visibilitychange", check);
  setInterval(check, 1000);
}
