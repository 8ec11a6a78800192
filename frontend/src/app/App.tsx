import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { pageNonce } from "@/lib/nonce";
import { newQueryClient } from "./client";
import { newRouter } from "./router";
import { Toasts } from "./Toasts";
import { readable, theme } from "./theme";

export function App() {
  const [queries] = useState(newQueryClient);
  const [router] = useState(() => newRouter(queries));
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readable}
      defaultColorScheme="auto"
      getStyleNonce={pageNonce}
    >
      <QueryClientProvider client={queries}>
        <Toasts />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
