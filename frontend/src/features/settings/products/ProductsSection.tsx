import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { ProductList } from "@/api/types.gen";
import { texts } from "@/texts";
import { Broken } from "@/ui/Broken";
import { Empty } from "@/ui/Empty";
import { IconPlus, IconSearch } from "@/ui/icons";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { useMay } from "@/workspace/session";
import classes from "../Listed.module.css";
import { LoadMore } from "../LoadMore";
import { productsQuery } from "../products.queries";
import { Section } from "../Section";
import { AddProduct } from "./AddProduct";
import { ProductRow } from "./ProductRow";
import own from "./Products.module.css";

const words = texts.priceList;
const WAIT = 200;

/** The price list: found, added to, changed in place, archived and brought back. */
export function ProductsSection() {
  const [isAdding, add] = useState(false);
  const mayWrite = useMay("write_products");
  return (
    <Section
      title={texts.settings.sections.products}
      intro={mayWrite ? words.intro : words.mayNot}
      acts={
        mayWrite ? (
          <Button
            size="xs"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => add(true)}
            disabled={isAdding}
          >
            {words.add}
          </Button>
        ) : null
      }
    >
      {isAdding ? <AddProduct onClose={() => add(false)} /> : null}
      <Products />
    </Section>
  );
}

function Products() {
  const [which, show] = useState("current");
  const [typed, type] = useState("");
  const [q] = useDebouncedValue(typed.trim(), WAIT);
  const archived = which === "archived";
  const list = useInfiniteQuery(productsQuery({ q: q || undefined, archived }));
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          className={classes.find}
          aria-label={words.find}
          placeholder={words.find}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={words.which}
          value={which}
          onChange={show}
          data={[
            { value: "current", label: words.current },
            { value: "archived", label: words.archived },
          ]}
        />
      </div>
      <Found list={list} isSearch={q !== ""} archived={archived} />
    </>
  );
}

type FoundProps = {
  list: UseInfiniteQueryResult<InfiniteData<ProductList>>;
  isSearch: boolean;
  archived: boolean;
};

function Found({ list, isSearch, archived }: FoundProps) {
  const [opened, open] = useState<string | null>(null);
  if (list.error) return <Broken error={list.error} reset={() => list.refetch()} />;
  if (!list.data) return <PageSkeleton />;
  const rows = list.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Nothing isSearch={isSearch} archived={archived} />;
  return (
    <>
      <ul className={own.list} aria-label={words.list}>
        {rows.map((product) => (
          <ProductRow
            key={product.id}
            product={product}
            isOpen={opened === product.id}
            onOpen={(wants) => open(wants ? product.id : null)}
          />
        ))}
      </ul>
      <LoadMore list={list} />
    </>
  );
}

function Nothing({ isSearch, archived }: Omit<FoundProps, "list">) {
  if (isSearch) return <Empty title={words.noneFound}>{words.noneFoundText}</Empty>;
  if (archived) return <Empty title={words.noneArchived} />;
  return (
    <Empty
      title={words.none}
      act={
        <Button component={Link} to="/import" variant="default">
          {words.toImport}
        </Button>
      }
    >
      {words.noneText}
    </Empty>
  );
}
