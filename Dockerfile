FROM node:22-slim AS app
WORKDIR /app/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --ignore-scripts
COPY frontend/ ./
RUN npm run build

FROM python:3.13-slim AS environment
WORKDIR /app
COPY requirements.lock pyproject.toml ./
RUN awk '/^[^ #]/ {wanted = /^uv==/} wanted' requirements.lock > /tmp/uv.lock \
    && pip install --no-cache-dir --require-hashes -r /tmp/uv.lock
# What the product needs, without the developers' tools, at the versions and hashes of the lock.
RUN python -m venv --without-pip /opt/throughline \
    && uv pip install --no-cache --compile-bytecode --python /opt/throughline/bin/python \
        --constraint requirements.lock -r pyproject.toml
COPY api/ api/
COPY domain/ domain/
COPY migrations/ migrations/
RUN uv pip install --no-cache --python /opt/throughline/bin/python --no-deps \
        --build-constraint requirements.lock --editable . \
    && /opt/throughline/bin/python -m compileall -q api domain migrations

FROM python:3.13-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin throughline \
    && install -d -o throughline -g throughline /data
WORKDIR /app
COPY --from=environment /opt/throughline /opt/throughline
COPY --from=environment /app /app
COPY --from=app /app/frontend/dist frontend/dist
ENV PATH=/opt/throughline/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PORT=8000 \
    THROUGHLINE_HOST=0.0.0.0 \
    THROUGHLINE_DATA_DIR=/data
USER throughline
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["python", "-c", \
    "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/api/v1/health/live', timeout=4)"]
CMD ["throughline", "serve"]
