/// Agreement with other people's programs and data. The data is not part of the project; where it
/// is absent, these tests say so and are skipped.
@NullMarked
package dev.shardline.conformance;

import org.jspecify.annotations.NullMarked;
