/**
 * The whole service in one process without network, database or threads: its use cases run over
 * tables in memory, driven by a seed, and a checker looks at what came of it
 * (docs/adr/0016-simulation.md).
 */
package io.meridian.handoff.simulation;
