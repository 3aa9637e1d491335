/// Changes the number of rows and columns, bit for bit as Pillow does: antialiased when shrinking,
/// along rows first, then along columns.
@NullMarked
package dev.shardline.image.resize;

import org.jspecify.annotations.NullMarked;
