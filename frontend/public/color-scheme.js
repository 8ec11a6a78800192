// Sets the colour scheme before the first paint, so that a dark system never sees a white flash.
// It is a file of its own because the content security policy allows no script inside the page.
const chosen = localStorage.getItem("mantine-color-scheme-value");
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const scheme = chosen === "light" || chosen === "dark" ? chosen : dark ? "dark" : "light";
document.documentElement.setAttribute("data-mantine-color-scheme", scheme);
