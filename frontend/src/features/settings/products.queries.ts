import {
  infiniteQueryOptions,
  keepPreviousData,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import {
  archiveProduct,
  createProduct,
  getProduct,
  listProducts,
  type Product,
  type ProductChange,
  type ProductDraft,
  restoreProduct,
  updateProduct,
} from "@/api";
import { byCursor } from "@/lib/paging";

export type ProductFilters = { q?: string; archived?: boolean };

/** The price list by name, page by page. */
export const productsQuery = (filters: ProductFilters) =>
  infiniteQueryOptions({
    queryKey: ["products", "list", filters],
    queryFn: async ({ pageParam, signal }) =>
      (await listProducts({ query: { ...filters, cursor: pageParam, limit: 100 }, signal })).data,
    ...byCursor,
    placeholderData: keepPreviousData,
  });

function useFollowProducts() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["products"] });
}

export function useAddProduct() {
  return useMutation({
    mutationFn: async (body: ProductDraft) => (await createProduct({ body })).data,
    onSuccess: useFollowProducts(),
  });
}

/** A product as it is at the server now. */
export const readProduct = async (id: string) => (await getProduct({ path: { id } })).data;

export type ProductEdit = { id: string; version: number; change: ProductChange };

/** Changes a product; refused with 412 where somebody else did in between. */
export function useChangeProduct() {
  return useMutation({
    mutationFn: async ({ id, version, change }: ProductEdit) => {
      const headers = { "If-Match": `"${version}"` };
      return (await updateProduct({ path: { id }, body: change, headers })).data;
    },
    onSettled: useFollowProducts(),
  });
}

export function useArchiveProduct() {
  return useMutation({
    mutationFn: async (product: Product) =>
      (await archiveProduct({ path: { id: product.id } })).data,
    onSuccess: useFollowProducts(),
  });
}

export function useRestoreProduct() {
  return useMutation({
    mutationFn: async (product: Product) =>
      (await restoreProduct({ path: { id: product.id } })).data,
    onSuccess: useFollowProducts(),
  });
}
