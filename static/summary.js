// Brings people to what needs another look.

document.querySelector(".error-summary")?.focus();
