import { createFileRoute } from "@tanstack/react-router";
import { BoardPage } from "@/features/leads/board/BoardPage";

export const Route = createFileRoute("/_app/board")({ component: BoardPage });
