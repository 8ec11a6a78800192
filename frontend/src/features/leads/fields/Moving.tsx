import { createContext, type ReactNode, useContext } from "react";
import type { Lead } from "@/api/types.gen";
import { useMoveLead } from "./useMoveLead";

type Move = (lead: Lead, stage: string) => void;

const MovingContext = createContext<Move | null>(null);

type Props = { onSettled?: () => void; children: ReactNode };

/** Asks what a move needs for all stages within it, so that a row may go while the dialog stays. */
export function Moving({ onSettled, children }: Props) {
  const { move, asking } = useMoveLead({ onSettled });
  return (
    <MovingContext value={move}>
      {children}
      {asking}
    </MovingContext>
  );
}

/** The move of the page around, where it has one. */
export function useMoveAround(): Move | null {
  return useContext(MovingContext);
}
