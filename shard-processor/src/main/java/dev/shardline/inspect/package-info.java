/// What a file holds, told to people and to scripts: one inspector a format, an explicit list at
/// the wiring point. Inspectors only look; they change nothing and keep nothing. The packages below
/// hold the inspectors of a field and what is drawn.
@NullMarked
package dev.shardline.inspect;

import org.jspecify.annotations.NullMarked;
