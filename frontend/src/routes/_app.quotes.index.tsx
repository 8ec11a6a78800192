import { createFileRoute } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/quotes/')({
  component: RouteComponent,
})

function RouteComponent() {
  return <div>Hello "/_app/quotes/"!</div>
}
