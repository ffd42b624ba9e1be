/**
 * Readers of tables that vendors' dashboards export and that people write themselves. A table is known by the names of its columns,
 * whatever their order and whatever other columns stand between them, as vendors add some every few months. Cells are texts:
 * nothing in them is ever evaluated.
 */
@NullMarked
package dev.aiusage.providers.exports;

import org.jspecify.annotations.NullMarked;
