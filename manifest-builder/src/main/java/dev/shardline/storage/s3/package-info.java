/// The store on Amazon S3 and on servers that speak its protocol, by way of the AWS SDK's
/// synchronous client. Only the wiring names this package.
@NullMarked
package dev.shardline.storage.s3;

import org.jspecify.annotations.NullMarked;
