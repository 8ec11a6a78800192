import { join } from "node:path";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const server = `http://127.0.0.1:${process.env.PORT ?? "8000"}`;

export default defineConfig({
  plugins: [tanstackRouter({ target: "react", autoCodeSplitting: true }), react()],
  resolve: { alias: { "@": join(import.meta.dirname, "src") } },
  // The server writes a fresh nonce in place of this word into each copy of the page it hands out.
  html: { cspNonce: "CSP_NONCE" },
  build: {
    // Older targets would have light-dark() rewritten.
    target: ["chrome123", "edge123", "firefox128", "safari17.5"],
    // The app, and the page that documents the API.
    rolldownOptions: { input: ["index.html", "docs.html"] },
    chunkSizeWarningLimit: 2000,
    // The benchmark of the first load reads from it which page needs which files.
    manifest: true,
  },
  server: { proxy: { "/api": server, "^/q/": server } },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/app/testing.ts"],
    restoreMocks: true,
  },
});
