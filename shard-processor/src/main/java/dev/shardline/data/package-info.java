/// What flows between the steps of a recipe: typed data without any knowledge of where it came
/// from. Carriers (images, volumes, recordings) live with their field's package and implement
/// [Payload]; the tensor, which every recipe ends in, lives here.
@NullMarked
package dev.shardline.data;

import org.jspecify.annotations.NullMarked;
