# Stands in for eclipse-temurin:25-jre.
FROM debian:bookworm-slim
COPY jre /opt/java
ENV PATH=/opt/java/bin:/usr/bin:/bin JAVA_HOME=/opt/java LANG=C.UTF-8
