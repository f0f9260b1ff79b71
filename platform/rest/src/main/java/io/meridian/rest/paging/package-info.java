/** Lists in pages: an opaque cursor holds the sort key of the last item of the page before. */
@NullMarked
package io.meridian.rest.paging;

import org.jspecify.annotations.NullMarked;
