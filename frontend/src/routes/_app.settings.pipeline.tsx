import { createFileRoute } from "@tanstack/react-router";
import { PipelineSection } from "@/features/settings/pipeline/PipelineSection";

export const Route = createFileRoute("/_app/settings/pipeline")({ component: PipelineSection });
