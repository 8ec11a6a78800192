import { createFileRoute } from "@tanstack/react-router";
import { ProductsSection } from "@/features/settings/products/ProductsSection";

export const Route = createFileRoute("/_app/settings/products")({ component: ProductsSection });
