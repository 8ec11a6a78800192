import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { FrontPage } from "../features/workspace/FrontPage";
import { pageNonce } from "../lib/nonce";
import { theme } from "./theme";

export function App() {
  const [queries] = useState(() => new QueryClient());
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={pageNonce}>
      <QueryClientProvider client={queries}>
        <FrontPage />
      </QueryClientProvider>
    </MantineProvider>
  );
}
