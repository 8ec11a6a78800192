import { defineConfig } from "@hey-api/openapi-ts";

export default defineConfig({
  input: process.env.THROUGHLINE_OPENAPI ?? "../openapi/openapi.json",
  output: process.env.THROUGHLINE_CLIENT ?? "src/api",
  plugins: [
    "@hey-api/typescript",
    { name: "@hey-api/client-fetch", throwOnError: true },
    "@hey-api/sdk",
    "@tanstack/react-query",
  ],
});
