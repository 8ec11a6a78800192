import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.css";
import "./app/app.css";

import { createRoot } from "react-dom/client";
import { pageNonce } from "@/lib/nonce";
import { outliveSessions } from "@/workspace/expiry";
import { App } from "./app/App";

// Under this name the part of Mantine that locks the page behind a dialog looks for the nonce.
Object.assign(globalThis, { __webpack_nonce__: pageNonce() });
outliveSessions();

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
