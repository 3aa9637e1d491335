/// Pictures for people: panels laid out on a sheet, drawn without a screen and without fonts.
@NullMarked
package dev.shardline.inspect.draw;

import org.jspecify.annotations.NullMarked;
