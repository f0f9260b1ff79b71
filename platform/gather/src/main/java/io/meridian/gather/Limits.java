package io.meridian.gather;

/**
 * How much is gathered.
 *
 * @param batchMax most items in one batch
 * @param flightsMax most batches being written at a time
 * @param waitingMax most items waiting for a batch; further ones are refused
 */
public record Limits(int batchMax, int flightsMax, int waitingMax) {}
