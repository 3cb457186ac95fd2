select * from app.members
