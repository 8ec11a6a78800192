import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { pageNonce } from "@/lib/nonce";
import { usePhone } from "@/ui/usePhone";
import { newQueryClient } from "./client";
import { newRouter } from "./router";
import { readable, theme } from "./theme";

export function App() {
  const [queries] = useState(newQueryClient);
  const isPhone = usePhone();
  const [router] = useState(() => newRouter(queries));
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readable}
      defaultColorScheme="auto"
      getStyleNonce={pageNonce}
    >
      <QueryClientProvider client={queries}>
        {/* On a phone the lower edge belongs to the thumb. */}
        <Notifications position={isPhone ? "top-center" : "bottom-center"} limit={3} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
