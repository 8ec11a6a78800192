import "@fontsource-variable/inter/wght.css";
import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./app/app.css";

import { createRoot } from "react-dom/client";
import { outliveSessions } from "@/workspace/expiry";
import { App } from "./app/App";

outliveSessions();

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
