# Stands in for postgres:18.4: the same environment, data folder, start-up scripts and arguments.
FROM debian:bookworm-slim
COPY postgres /usr/local
COPY postgres-entrypoint /usr/local/bin/docker-entrypoint
RUN useradd -r -u 999 -d /var/lib/postgresql -m postgres && mkdir -p /var/lib/postgresql/18/docker \
    && chown -R 999:999 /var/lib/postgresql
ENV PGDATA=/var/lib/postgresql/18/docker LANG=C.UTF-8
USER 999:999
VOLUME /var/lib/postgresql
STOPSIGNAL SIGINT
EXPOSE 5432
ENTRYPOINT ["docker-entrypoint"]
CMD ["postgres"]
