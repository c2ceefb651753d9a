# Overture: one image for API processes and workers.
#   docker build -t overture .
#   docker run -p 127.0.0.1:8000:8000 -v overture:/data -e OVERTURE_AUTH=keys overture
FROM python:3.11-slim AS build
WORKDIR /app
RUN python -m venv /venv
COPY requirements.service.lock ./
RUN /venv/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements.service.lock
COPY pyproject.toml README.md LICENSE ./
COPY core core
COPY experiments experiments
COPY prompts prompts
COPY nodes nodes
COPY graph graph
COPY server server
RUN /venv/bin/pip install --no-cache-dir --no-deps .

FROM python:3.11-slim
# OpenAI's client trusts what the system trusts: without these certificates no provider is reached.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-create-home overture && install -d -o overture -m 0700 /data
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH OVERTURE_DATA_DIR=/data OVERTURE_LOG_FORMAT=json PYTHONUNBUFFERED=1
USER overture
VOLUME /data
EXPOSE 8000
# A stop leaves runs their grace, then hands them over: give the container longer than OVERTURE_GRACE_SECONDS.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["python", "-c", \
    "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
ENTRYPOINT ["overture"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]
