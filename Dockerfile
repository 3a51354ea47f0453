# syntax=docker/dockerfile:1

FROM rust:1.95-slim-bookworm AS build
WORKDIR /source
COPY . .
# FEATURES="--no-default-features" leaves `guildhall demo` out
ARG FEATURES=""
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/source/target \
    cargo build --release --locked --package guildhall ${FEATURES} \
    && cp target/release/guildhall /usr/local/bin/guildhall

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin guildhall \
    && install -d -o guildhall -g guildhall -m 0700 /data
COPY --from=build /usr/local/bin/guildhall /usr/local/bin/guildhall

# The only place it writes to, besides /tmp: run it with a read-only root and a volume here.
VOLUME /data
WORKDIR /data
USER guildhall
ENV GUILDHALL_DATABASE_URL=sqlite:///data/guildhall.db \
    PORT=8080
EXPOSE 8080

# Asks the operations listener, which never leaves the container. bash brings its own TCP client.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/9090 && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["guildhall"]
CMD ["serve"]
