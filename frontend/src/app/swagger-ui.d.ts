declare module "swagger-ui-dist/swagger-ui-es-bundle.js" {
  /** Draws the documentation of an OpenAPI document into an element. */
  export default function SwaggerUI(options: Record<string, unknown>): void;
}
