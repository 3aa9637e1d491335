/// What is known of samples beside their bytes: named columns from key patterns and metadata
/// tables, and of these the label, the subject and further attributes.
@NullMarked
package dev.shardline.labelling;

import org.jspecify.annotations.NullMarked;
