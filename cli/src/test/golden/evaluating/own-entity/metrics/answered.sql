-- Whether a review was answered.
-- entity: review
-- unit: flag
-- clock: reviews.written_at
-- title: {en: Answered, zh: 已回复}
select r.review_id as entity_id, r.answered as value
from reviews r
where r.written_at >= :from and r.written_at < :to and r.answered is not null
