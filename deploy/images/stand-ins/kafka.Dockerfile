# Stands in for apache/kafka:4.1.1: KAFKA_* variables become its properties, by the official image's own wrapper.
FROM debian:bookworm-slim
COPY jre /opt/java
COPY kafka /opt/kafka/libs
COPY kafka-defaults /etc/kafka/docker
RUN useradd -r -u 1000 -m appuser && mkdir -p /opt/kafka/config /mnt/shared/config /var/lib/kafka/data \
    && chown -R 1000:1000 /opt/kafka/config /mnt/shared/config /var/lib/kafka
ENV PATH=/opt/java/bin:/usr/local/bin:/usr/bin:/bin CLUSTER_ID=5L6g3nShT-eMCtK--X86sw
USER 1000:1000
EXPOSE 9092
CMD ["/etc/kafka/docker/run"]
