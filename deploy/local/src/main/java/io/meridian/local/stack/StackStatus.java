package io.meridian.local.stack;

import java.util.List;

/**
 * A stack as seen from outside.
 *
 * @param running whether a launcher holds the data folder
 * @param url the front door
 * @param data the data folder
 * @param parts every part, whether it runs or not
 */
public record StackStatus(boolean running, String url, String data, List<PartStatus> parts) {}
